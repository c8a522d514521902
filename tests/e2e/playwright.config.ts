// Journeys run as a person would: a real Chromium, the built site under a sub-path, the headers of a real host.
import { defineConfig } from "@playwright/test";
import FLAGS from "../chromium-flags.mjs";

const { ATLAS_TOOLS, CHROME } = process.env;
if (!ATLAS_TOOLS || !CHROME) throw new Error("Run the journeys with: make journeys");

export default defineConfig({
  testDir: "journeys",
  outputDir: "test-results",
  fullyParallel: true,
  forbidOnly: !!process.env.CI,
  retries: 0,
  workers: 2,
  reporter: "list",
  expect: { timeout: 10_000 },
  use: {
    // The server chooses a free port and prints it; see webServer.wait.
    baseURL: `http://127.0.0.1:${process.env.ATLAS_PORT}/atlas/`,
    browserName: "chromium",
    locale: "en-GB",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: CHROME,
      args: FLAGS,
    },
  },
  webServer: {
    command: `"${ATLAS_TOOLS}" serve ../../target/e2e/site --port 0 --prefix /atlas/`,
    wait: { stdout: /http:\/\/127\.0\.0\.1:(?<atlas_port>\d+)\// },
  },
});
