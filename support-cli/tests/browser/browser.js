// A browser for the tests. The pages in it must not use the network, nor write to the console.
import { chromium } from "playwright-core";
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach } from "node:test";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

// What the page did although it must not: messages on the console, errors, and requests. A test that provokes some
// removes them.
export const problems = [];

const contexts = [];
let browser;

before(async () => {
  // Each launch has an empty profile of its own.
  const quiet = ["--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
  const args = ["--headless", "--no-sandbox", "--disable-gpu", ...quiet];
  browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args });
});
after(() => browser.close());

beforeEach(() => problems.splice(0));
afterEach(async () => {
  await Promise.all(contexts.splice(0).map((context) => context.close()));
  assert.deepEqual(problems, []);
});

// Opens a page at a given time, with Playwright's options for a browser context.
export async function open({ page = "built-in", fragment = "", time = "2026-08-15", ...options } = {}) {
  const address = pathToFileURL(join(process.env.PAGES, `${page}.html`)).href;
  const context = await browser.newContext({ viewport: DESKTOP, ...options });
  contexts.push(context);
  const tab = await context.newPage();
  tab.on("console", (message) => problems.push(message.text()));
  tab.on("pageerror", (error) => problems.push(String(error)));
  tab.on("request", (request) => request.url().split("#")[0] === address || problems.push(request.url()));
  await tab.clock.setFixedTime(new Date(time));
  await tab.goto(address + fragment);
  return tab;
}

// Takes a screenshot for people to look at, if a folder for them was given.
export async function screenshot(tab, name) {
  if (process.env.SCREENSHOTS) await tab.screenshot({ path: join(process.env.SCREENSHOTS, `${name}.png`) });
}
