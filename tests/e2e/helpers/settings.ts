// What the runner (`cargo xtask`) tells the scripts, and how the browser is started.

function told(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: start the scripts through cargo xtask test, shots or bench`);
  return value;
}

/** Address of the served site, with a slash at the end. */
export const site = told("ZS_SITE");
/** Folder of the packages. */
export const dist = told("ZS_DIST");
/** Path of the one-file application. */
export const singleFile = told("ZS_SINGLE");
/** Programs of servers that know WebDAV; for the tests alone. */
export const apache = process.env.ZS_APACHE ?? "apache2";
export const rclone = process.env.ZS_RCLONE ?? "rclone";

/** The browser of this system, kept from calling home. */
export const browserOptions = {
  executablePath: told("CHROMIUM"),
  args: ["--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
};

/** A laptop of the office: the design size, in Chinese, in the county's time zone. */
export const pageOptions = {
  viewport: { width: 1366, height: 768 },
  locale: "zh-CN",
  timezoneId: "Asia/Shanghai",
  baseURL: site,
};
