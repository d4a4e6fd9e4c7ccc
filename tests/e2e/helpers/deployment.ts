// A server whose site can be replaced by a newer version while browsers hold the old one.
import { createHash } from "node:crypto";
import { createServer, type Server } from "node:http";
import { readFile, readdir } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { dist } from "./settings";

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm",
  ".svg": "image/svg+xml", ".png": "image/png", ".webmanifest": "application/manifest+json",
};

export class Deployment {
  private constructor(private readonly server: Server, private readonly files: Map<string, Buffer>) {}

  /** Serves a copy of the packages, kept in memory. */
  static async start(): Promise<Deployment> {
    const files = new Map<string, Buffer>();
    for (const entry of await readdir(dist, { recursive: true, withFileTypes: true })) {
      const file = path.join(entry.parentPath, entry.name);
      if (entry.isFile()) files.set(path.relative(dist, file).replaceAll(path.sep, "/"), await readFile(file));
    }
    const server = createServer((request, response) => {
      const name = new URL(request.url ?? "/", "http://x").pathname.slice(1) || "index.html";
      const body = files.get(name);
      response.writeHead(body ? 200 : 404, { "content-type": TYPES[path.extname(name)] ?? "text/plain", "cache-control": "no-cache" });
      response.end(body);
    });
    await new Promise<void>((resolve) => { server.listen(0, "127.0.0.1", resolve); });
    return new Deployment(server, files);
  }

  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`;
  }

  /** The next version: a page that bears its name, and a service worker that lists it. */
  publish(version: string): void {
    this.publishWorkerFor(version);
    this.files.set("index.html", this.pageOf(version));
  }

  /** A server caught in the middle: the new service worker is up, its page is not. */
  publishWorkerFor(version: string): void {
    const digest = (bytes: Buffer) => `sha256-${createHash("sha256").update(bytes).digest("base64")}`;
    const worker = this.text("sw.js")
      .replace(digest(this.files.get("index.html")!), digest(this.pageOf(version)))
      .replace(/const VERSION = "[^"]*"/, `const VERSION = "${version}"`);
    this.files.set("sw.js", Buffer.from(worker));
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => { this.server.close(resolve); });
  }

  /** The page with a mark that the application leaves alone, unlike the title. */
  private pageOf(version: string): Buffer {
    return Buffer.from(this.text("index.html").replace("<title>", `<meta name="version" content="${version}">\n<title>`));
  }

  private text(name: string): string {
    return this.files.get(name)!.toString("utf8");
  }
}
