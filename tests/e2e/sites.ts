// Hosts of a journey's own: one that can go down, be slow and get another version, and one that only has files.
import { spawn, type ChildProcess } from "node:child_process";
import { cpSync } from "node:fs";
import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import sirv from "sirv";

const listening = (server: Server) =>
  new Promise<number>((then) => server.listen(0, "127.0.0.1", () => then((server.address() as AddressInfo).port)));

/** Serves a site with the headers of a real host, from one address whatever becomes of it. */
export class Host {
  address = "";
  isDown = false;
  /** Whether pages are asked for in vain, while everything else comes. */
  holdsPages = false;
  private server?: Server;
  private serving?: ChildProcess;
  private port = 0;

  async start(folder: string) {
    await this.deploy(folder);
    this.server = createServer((asked, answer) => {
      if (this.isDown) return asked.socket.destroy();
      if (this.holdsPages && /\/(\?.*)?$/.test(asked.url!)) return;
      const { url: path, method, headers } = asked;
      const forwarded = request({ host: "127.0.0.1", port: this.port, path, method, headers }, (response) => {
        answer.writeHead(response.statusCode!, response.headers);
        response.pipe(answer);
      });
      // The server behind it was just replaced, or is going with the journey.
      forwarded.on("error", () => asked.socket.destroy());
      forwarded.end();
    });
    this.address = `http://127.0.0.1:${await listening(this.server)}/atlas/`;
  }

  /** Puts another folder in the place of the site. */
  async deploy(folder: string) {
    const serving = spawn(process.env.ATLAS_TOOLS!, ["serve", folder, "--port", "0", "--prefix", "/atlas/"]);
    this.port = await new Promise((then, fail) => {
      serving.once("exit", (code) => fail(new Error(`the server of ${folder} ended with ${code}`)));
      serving.stdout.once("data", (said) => then(Number(/127\.0\.0\.1:(\d+)/.exec(String(said))![1])));
    });
    this.serving?.removeAllListeners("exit").kill();
    this.serving = serving;
  }

  stop() {
    this.serving?.removeAllListeners("exit").kill();
    this.server?.closeAllConnections();
    this.server?.close();
  }
}

/** The site that works without a connection, as it was put together for the journeys. */
export const OFFLINE_SITE = resolve("../../target/e2e/offline");

/** A copy of it, to be changed. */
export function copyOf(site: string, folder: string) {
  cpSync(site, folder, { recursive: true });
  return folder;
}

/** Serves a folder below a path as a host does that knows nothing of the atlas: no rewriting, no headers of ours. */
export async function plainHost(folder: string, prefix: string) {
  const files = sirv(folder, { dev: true });
  const server = createServer((asked, answer) => {
    const lost = () => answer.writeHead(404, { "Content-Type": "text/plain" }).end("Not found");
    if (!asked.url!.startsWith(prefix)) return lost();
    asked.url = asked.url!.slice(prefix.length - 1);
    files(asked, answer, lost);
  });
  const port = await listening(server);
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { address: `http://127.0.0.1:${port}${prefix}`, stop };
}
