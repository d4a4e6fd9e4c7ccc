// Real servers that know WebDAV, with the site and a shared collection at one address.
import { spawn, type ChildProcess } from "node:child_process";
import { createHash } from "node:crypto";
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { createServer, request, type IncomingMessage, type Server } from "node:http";
import { createServer as createTcp, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { apache, dist, rclone } from "./settings";

/** Who may sign in at the Apache. */
export const USER = { name: "county", password: "口令 1:2" };

export class DavServer {
  private process: ChildProcess | undefined;
  /** What the requests were, the earliest first: method, path, and range where one was asked for. */
  readonly seen: string[] = [];
  /** Cuts the line of the next answer to this method after so many bytes. */
  cut: { method: string; after: number } | undefined;
  private front: Server | undefined;

  private constructor(
    private readonly folder: string,
    private readonly program: string,
    private readonly args: string[],
    private readonly port: number,
  ) {}

  /** An Apache whose collection asks for a name and a password. */
  static async apache(): Promise<DavServer> {
    const { folder, port } = await place();
    const hash = createHash("sha1").update(USER.password).digest("base64");
    await writeFile(path.join(folder, "users"), `${USER.name}:{SHA}${hash}\n`);
    await writeFile(path.join(folder, "types"), "text/html html\ntext/javascript js\ntext/css css\napplication/wasm wasm\nimage/svg+xml svg\n");
    const modules = ["mpm_event", "authz_core", "authz_user", "authn_core", "authn_file", "auth_basic", "mime", "dir", "alias", "dav", "dav_fs"];
    const load = modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`);
    await writeFile(path.join(folder, "apache.conf"), [
      ...load, `ServerRoot ${folder}`, `Listen 127.0.0.1:${port}`, "ServerName localhost", `PidFile ${folder}/pid`, `ErrorLog ${folder}/log`,
      `TypesConfig ${folder}/types`, `DocumentRoot ${folder}/www/app`, "DirectoryIndex index.html", `DavLockDB ${folder}/locks`,
      `<Directory ${folder}/www/app>`, "Require all granted", "</Directory>", `Alias /share ${folder}/www/share`,
      `<Directory ${folder}/www/share>`, "Dav On", "AuthType Basic", 'AuthName "share"', `AuthUserFile ${folder}/users`, "Require valid-user", "</Directory>", "",
    ].join("\n"));
    return new DavServer(folder, apache, ["-X", "-f", path.join(folder, "apache.conf")], port).begin();
  }

  /** An rclone, which asks nobody. */
  static async rclone(): Promise<DavServer> {
    const { folder, port } = await place();
    const args = ["serve", "webdav", path.join(folder, "www"), "--addr", `127.0.0.1:${port}`, "--config", path.join(folder, "none.conf")];
    return new DavServer(folder, rclone, args, port).begin();
  }

  /** Where the site is. */
  get site(): string {
    return this.program === apache ? `${this.origin}/` : `${this.origin}/app/index.html`;
  }

  /** Where the shared collection is. */
  get share(): string {
    return `${this.origin}/share/`;
  }

  private get origin(): string {
    return `http://127.0.0.1:${String((this.front!.address() as AddressInfo).port)}`;
  }

  /** The files in the collection. */
  async files(): Promise<string[]> {
    const all = await readdir(path.join(this.folder, "www", "share"), { recursive: true, withFileTypes: true });
    return all.filter((entry) => entry.isFile()).map((entry) => entry.name).sort();
  }

  /** Starts the server's program; done when it answers. */
  async start(): Promise<void> {
    this.process = spawn(this.program, this.args, { stdio: "ignore" });
    for (;;) {
      const answers = await new Promise<boolean>((resolve) => {
        const ask = request({ host: "127.0.0.1", port: this.port, method: "OPTIONS" }, (answer) => { answer.resume(); resolve(true); });
        ask.on("error", () => { resolve(false); });
        ask.end();
      });
      if (answers) return;
      if (this.process.exitCode !== null) throw new Error(`${this.program} ended with ${String(this.process.exitCode)}`);
    }
  }

  /** Kills the program, as a power cut does. */
  async kill(): Promise<void> {
    const ended = new Promise((resolve) => this.process!.once("exit", resolve));
    this.process!.kill("SIGKILL");
    await ended;
  }

  async stop(): Promise<void> {
    if (this.process?.exitCode === null && this.process.signalCode === null) await this.kill();
    this.front?.closeAllConnections();
    await new Promise((resolve) => { this.front?.close(resolve); });
    await rm(this.folder, { recursive: true, force: true });
  }

  /** The program, and before it a line that notes what passes and can be cut. */
  private async begin(): Promise<this> {
    await this.start();
    const front = createServer((asked, answer) => { this.pass(asked, answer); });
    await new Promise<void>((resolve) => { front.listen(0, "127.0.0.1", resolve); });
    this.front = front;
    return this;
  }

  private pass(asked: IncomingMessage, answer: import("node:http").ServerResponse): void {
    const range = asked.headers.range ? ` ${asked.headers.range}` : "";
    this.seen.push(`${asked.method!} ${asked.url!}${range}`);
    const cut = this.cut && this.cut.method === asked.method && asked.url!.endsWith(".gz") ? this.cut.after : undefined;
    const forwarded = request(
      { host: "127.0.0.1", port: this.port, method: asked.method, path: asked.url, headers: asked.headers },
      (came) => {
        answer.writeHead(came.statusCode!, came.headers);
        if (cut === undefined) { came.pipe(answer); return; }
        this.cut = undefined;
        let left = cut;
        came.on("data", (bytes: Buffer) => {
          const part = bytes.subarray(0, left);
          left -= part.length;
          answer.write(part);
          // A line that stalls before it breaks: what had come by then the page has read.
          if (left === 0) setTimeout(() => { answer.socket?.destroy(); }, 500);
        });
      },
    );
    forwarded.on("error", () => { answer.destroy(); });
    asked.pipe(forwarded);
  }
}

/** A folder with the site and an empty collection, and a port that is free. */
async function place(): Promise<{ folder: string; port: number }> {
  const folder = await mkdtemp(path.join(tmpdir(), "zhaoshang-dav-"));
  await cp(dist, path.join(folder, "www", "app"), { recursive: true });
  await mkdir(path.join(folder, "www", "share"));
  const port = await new Promise<number>((resolve) => {
    const probe = createTcp().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => { resolve(port); });
    });
  });
  return { folder, port };
}
