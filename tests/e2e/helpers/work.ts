// Steps of daily work that several journeys share.
import { expect, type Locator, type Page } from "@playwright/test";
import type { Office } from "./office";

/** Begins an office of its own, at the board. */
export async function begin(office: Office, name: string, unit: string): Promise<Page> {
  await office.visit("#/first-run");
  return introduce(office.page, name, unit);
}

/** Fills in the first run, and starts empty. */
export async function introduce(page: Page, name: string, unit: string): Promise<Page> {
  await page.getByLabel("姓名").fill(name);
  await page.getByLabel("单位").first().fill(unit);
  await page.getByRole("button", { name: "从空白开始" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "看板" })).toBeVisible();
  return page;
}

/** Registers a project by name and amount; its page is open afterwards, and its address returned. */
export async function register(page: Page, name: string, total: string): Promise<string> {
  await page.goto(`${page.url().split("#")[0]!}#/project/new`);
  await page.getByLabel(/^项目名称/).fill(name);
  await page.getByLabel("总投资", { exact: true }).fill(total);
  await page.getByRole("button", { name: "登记", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  return new URL(page.url()).hash;
}

/** Types a value into a field of an open record, and stores it. */
export async function setField(page: Page, label: string, value: string): Promise<void> {
  const field = page.getByLabel(label, { exact: true }).first();
  await field.fill(value);
  await field.press("Enter");
  await saved(page);
}

/** Fills in a field where a record is chosen, making the record if there is none. */
export async function choose(form: Locator, label: string, name: string): Promise<void> {
  const field = form.getByLabel(label);
  await field.fill(name);
  await field.press("Enter");
}

/** Signs the project that is open, or gives its signing another day or other evidence. */
export async function sign(page: Page, filled: { day?: string; evidence?: string }): Promise<void> {
  await page.getByRole("list", { name: "阶段" }).getByRole("button", { name: "签约" }).click();
  const dialog = page.getByRole("dialog");
  if (filled.day !== undefined) await dialog.getByLabel(/^发生日期/).fill(filled.day);
  if (filled.evidence !== undefined) await dialog.getByLabel("协议扫描件").fill(filled.evidence);
  await dialog.getByRole("button", { name: "登记" }).click();
  await expect(dialog).toHaveCount(0);
  await saved(page);
}

/** A new laptop on a day, at the first page. */
export async function onDay(office: Office, day: string): Promise<void> {
  await office.context.clock.setFixedTime(new Date(`${day}T10:00:00+08:00`));
  await office.visit("#/first-run");
}

/** The same office on a later day, at an address. */
export async function later(office: Office, day: string, address: string): Promise<void> {
  await saved(office.page);
  await office.context.clock.setFixedTime(new Date(`${day}T10:00:00+08:00`));
  await office.page.goto("about:blank");
  await office.visit(address);
}

/** Everything written is known to be on disk. */
export async function saved(page: Page): Promise<void> {
  await expect(page.locator(".saved")).toHaveAttribute("data-state", "saved");
}

/** What to note: these, or as many as there is time for. */
type Notes = { contents: string[] } | { prefix: string; milliseconds: number };

/**
 * Notes follow-ups on the open project one right after another, faster than a person can. Returns how many,
 * as soon as the page says that all are saved.
 */
export function note(page: Page, notes: Notes): Promise<number> {
  return page.evaluate(async (notes) => {
    const state = document.querySelector(".saved")!;
    const box = document.querySelector<HTMLInputElement>("form.composer input")!;
    const end = performance.now() + ("milliseconds" in notes ? notes.milliseconds : Infinity);
    const next = (n: number) => ("contents" in notes ? notes.contents[n] : `${notes.prefix}${String(n + 1)}`);
    let made = 0;
    for (let content = next(0); content !== undefined && performance.now() < end; content = next(made)) {
      box.value = content;
      box.dispatchEvent(new InputEvent("input", { bubbles: true }));
      box.form!.requestSubmit();
      made += 1;
      await new Promise((go) => { setTimeout(go); });
    }
    await new Promise<void>((done) => {
      const look = () => { if (state.getAttribute("data-state") === "saved") done(); };
      new MutationObserver(look).observe(state, { attributes: true });
      look();
    });
    return made;
  }, notes);
}
