// What the page does in a browser. What it says is tested in ../matrix_html.rs.
import axe from "axe-core";
import assert from "node:assert/strict";
import { test } from "node:test";
import { DESKTOP, PHONE, open, problems, screenshot } from "./browser.js";

const filter = (tab) => tab.getByRole("searchbox", { name: "Filter" });
const changes = (tab) => tab.getByRole("checkbox", { name: "Changes only" });
const count = (tab) => tab.getByRole("status").textContent();
const fragment = (tab) => new URL(tab.url()).hash;
const row = (tab, key) => tab.locator(`tr[id="${key}"]`);
const shown = (tab) => tab.locator("tbody tr[id]:visible").evaluateAll((rows) => rows.map((row) => row.id));
const newest = (tab) => tab.locator("thead th[scope=col] a").first().textContent();
const inFocus = (tab) => tab.evaluate(() => document.activeElement.name || document.activeElement.textContent.trim());

test("the filter leaves the features whose name or section has each of its words, and says how many", async () => {
  const tab = await open();
  const all = await shown(tab);
  assert.equal(await count(tab), `${all.length} features`);

  await filter(tab).pressSequentially("x86/PVH dom");
  assert.deepEqual(await shown(tab), ["x86pvh--domu", "x86pvh--dom0"]);
  assert.equal(await count(tab), `2 of ${all.length} features`);
  assert.equal(fragment(tab), "#filter=x86%2FPVH+dom");
  assert.deepEqual(await tab.locator("tbody:visible th[scope=rowgroup]").allTextContents(), ["Guest Type"]);
  await screenshot(tab, "filtered");

  await filter(tab).fill("guest limits");
  assert.deepEqual(await shown(tab), ["memory--x86", "memory--arm32", "memory--arm64"]);
  await filter(tab).fill("<no such feature>");
  assert.equal(await count(tab), "No feature matches");
  await filter(tab).fill("");
  assert.deepEqual(await shown(tab), all);
  assert.equal(fragment(tab), "");
});

test("the switch leaves the features whose status differs between releases", async () => {
  const tab = await open();
  const all = await shown(tab);
  await changes(tab).check();
  const changed = await shown(tab);
  assert.equal(await count(tab), `${changed.length} of ${all.length} features`);
  assert.equal(fragment(tab), "#changes=only");
  const statuses = (key) => row(tab, key).locator("td").evaluateAll((cells) =>
    cells.map((cell) => (cell.querySelector(".status") ?? cell).textContent));
  for (const key of all) {
    assert.equal(new Set(await statuses(key)).size > 1, changed.includes(key), key);
  }
  await screenshot(tab, "changes-only");

  await filter(tab).fill("pvh");
  assert.deepEqual(await shown(tab), changed.filter((key) => key.includes("pvh")));
  await changes(tab).uncheck();
  assert.ok((await shown(tab)).includes("x86pvh--domu"));
});

test("the address keeps the filter and the switch", async () => {
  const tab = await open({ fragment: "#filter=/pvh+dom&changes=only" });
  assert.equal(await filter(tab).inputValue(), "/pvh dom");
  assert.ok(await changes(tab).isChecked());
  assert.deepEqual(await shown(tab), ["x86pvh--dom0"]);
  await changes(tab).uncheck();
  await tab.reload();
  assert.deepEqual(await shown(tab), ["x86pvh--domu", "x86pvh--dom0"]);
});

test("a section's link leads to the section, below the head that stays", async () => {
  const tab = await open();
  await tab.getByText("Sections", { exact: true }).click();
  assert.ok((await tab.getByRole("navigation").boundingBox()).height < 250, "the list is in columns");
  await screenshot(tab, "sections");
  await tab.getByRole("link", { name: "Memory Management" }).click();
  const [head, section] = [tab.locator("thead th").first(), tab.locator("[id=':section:memory-management']")];
  const [{ y, height }, { y: top }] = [await head.boundingBox(), await section.boundingBox()];
  assert.ok(top >= y + height - 1 && top < y + height + 50, `the head ends at ${y + height}, the section begins at ${top}`);
  assert.equal(await tab.locator("tbody details[open]").count(), 0);
  assert.ok(!(await tab.getByRole("link", { name: "Memory Management" }).isVisible()), "the list has closed");
  await screenshot(tab, "section");
});

test("a feature's link shows the feature and its history, whatever the filter hides", async () => {
  const tab = await open({ fragment: "#x86pvh--dom0" });
  assert.ok(await row(tab, "x86pvh--dom0").getByText("4.11 – 4.18: Experimental").isVisible());
  await screenshot(tab, "feature");
  await filter(tab).fill("scheduler");
  await tab.evaluate(() => (location.hash = "#x86pvh--domu"));
  await row(tab, "x86pvh--domu").getByText(`4.10 – ${await newest(tab)}: Supported`).waitFor();
  assert.equal(await filter(tab).inputValue(), "");
  await tab.goBack();
  assert.equal(await filter(tab).inputValue(), "scheduler");
});

test("a caveat's link leads to the official page of the release", async () => {
  const tab = await open();
  const link = row(tab, "x86pvh--dom0").getByRole("link", { name: `Caveats of x86/PVH, dom0 in ${await newest(tab)}` });
  const page = await tab.locator("thead th[scope=col] a").first().getAttribute("href");
  const official = `${page}#x86pvh`;
  assert.equal(await link.getAttribute("href"), official);
  await row(tab, "x86pvh--dom0").getByText("x86/PVH").click();
  const older = row(tab, "x86pvh--dom0").getByRole("link", { name: "4.19", exact: true });
  assert.equal(await older.getAttribute("href"), "https://xenbits.xen.org/docs/4.19-testing/SUPPORT.html#x86pvh");

  await tab.route("https://xenbits.xen.org/**", (route) => route.fulfill({ contentType: "text/html", body: "<link rel=icon href=data:,>" }));
  await link.click();
  await tab.waitForURL(official);
  assert.deepEqual(problems.splice(0), [official.split("#")[0]]);
});

test("everything can be done by keyboard, and the focus is seen", async () => {
  const tab = await open();
  const press = async (...keys) => {
    for (const key of keys) await tab.keyboard.press(key);
    const outline = await tab.evaluate(() => {
      const style = getComputedStyle(document.activeElement);
      return style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth);
    });
    assert.ok(outline >= 1, `no outline after ${keys}`);
    return inFocus(tab);
  };
  assert.equal(await press("Tab"), "Skip to the matrix");
  await screenshot(tab, "skip-link");
  await press("Enter");
  assert.equal(await tab.evaluate(() => document.activeElement.id), ":matrix");
  const scrolled = () => tab.evaluate(() => document.activeElement.scrollTop);
  await press("PageDown");
  await tab.waitForFunction(() => document.activeElement.scrollTop > 100);
  assert.ok((await scrolled()) > 100);

  assert.equal(await press("/"), "filter");
  await tab.keyboard.type("pvh/x86");
  assert.equal(await filter(tab).inputValue(), "pvh/x86", "a / in the filter is a letter");
  await press("Escape");
  assert.equal(await filter(tab).inputValue(), "");
  await tab.keyboard.type("x86 pvh dom0");
  assert.equal(await press("Tab"), "changes");
  await press("Space");
  assert.ok(await changes(tab).isChecked());
  assert.equal(await press("Tab"), "Sections");
  await press("Enter");
  assert.equal(await press("Tab"), "Guest Type");
  await tab.keyboard.press("Enter");
  assert.equal(fragment(tab), "#:section:guest-type");

  // Into the section: the feature, whose history opens, and the links in it.
  assert.equal(await press("Tab"), "x86/PVH, dom0");
  assert.equal(await press("Enter"), "x86/PVH, dom0");
  await screenshot(tab, "keyboard");
  assert.equal(await press("Tab"), await newest(tab));
  assert.equal(await press("Shift+Tab", "Escape"), "x86/PVH, dom0");
  assert.equal(await filter(tab).inputValue(), "");
});

test("on a phone each feature stands above its runs of releases, and nothing sticks out", async () => {
  const tab = await open({ viewport: PHONE, hasTouch: true, isMobile: true });
  assert.equal(await tab.evaluate(() => document.documentElement.scrollWidth), PHONE.width);
  const sticking = await tab.locator("th:visible, td:visible, a:visible").evaluateAll((all, width) =>
    all.filter((one) => !one.matches(".skip") && one.getBoundingClientRect().right > width).map((one) => one.textContent), PHONE.width);
  assert.deepEqual(sticking, []);
  await screenshot(tab, "phone");
  await tab.setViewportSize({ width: 320, height: 568 });
  assert.equal(await tab.evaluate(() => document.documentElement.scrollWidth), 320);
  await tab.setViewportSize(PHONE);

  await filter(tab).fill("pvh dom0");
  assert.deepEqual(await shown(tab), ["x86pvh--dom0"]);
  const pvh = row(tab, "x86pvh--dom0");
  const runs = await pvh.locator("td:visible").evaluateAll((runs) => runs.map((run) => run.innerText.replace(/\s+/g, " ")));
  const expected = ["since 4.23-unstable ✗ Supported, with caveats [*]", "4.19 – 4.22 ◐ Supported, with caveats [*]", "4.11 – 4.18 ✗ Experimental"];
  assert.deepEqual(runs, expected);
  await pvh.getByText("dom0").tap();
  assert.ok(await pvh.getByText("Link to this row").isVisible());
  await screenshot(tab, "phone-filtered");
  await tab.getByText("Sections", { exact: true }).tap();
  await tab.getByRole("link", { name: "Guest Type" }).tap();
  assert.ok((await tab.locator("[id=':section:guest-type']").boundingBox()).y < PHONE.height);
  await screenshot(tab, "phone-section");

  // For a screen reader, it is still a table.
  const session = await tab.context().newCDPSession(tab);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const roles = new Set(nodes.filter((node) => !node.ignored).map((node) => node.role.value));
  for (const role of ["table", "row", "rowheader", "cell"]) assert.ok(roles.has(role), role);
});

test("a wide table scrolls within itself, its heads and what a cell says staying in sight", async () => {
  const tab = await open({ viewport: { width: 800, height: 700 } });
  assert.equal(await tab.evaluate(() => document.documentElement.scrollWidth), 800);
  const left = async (locator) => (await locator.boundingBox()).x;
  // All releases say the same of it, so its cell is as wide as they are together.
  const wide = row(tab, "rtds-based-scheduler");
  const [name, status] = [wide.locator("th"), wide.locator(".status")];
  await wide.scrollIntoViewIfNeeded();
  const before = [await left(name), await left(status)];
  await tab.locator(".matrix").evaluate((matrix) => matrix.scrollBy(300, 0));
  assert.deepEqual([await left(name), await left(status)], before);
  const [first, other] = await wide.evaluate((row) =>
    [row.querySelector("summary"), row.querySelector(".status")].map((text) => text.getClientRects()[0].y));
  assert.ok(Math.abs(first - other) < 5, "name and status stand on one line");
  await screenshot(tab, "scrolled");
});

for (const colorScheme of ["light", "dark"]) {
  test(`colours can be told from their ground, ${colorScheme}`, async () => {
    const tab = await open({ colorScheme });
    await screenshot(tab, colorScheme);
    const ratios = await tab.evaluate(() => {
      const luminance = (color) => {
        const [red, green, blue] = color.match(/[\d.]+/g).map((part) => part / 255)
          .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      };
      const ground = (element) => {
        const color = getComputedStyle(element).backgroundColor;
        return color === "rgba(0, 0, 0, 0)" ? ground(element.parentElement) : color;
      };
      const texts = ["li", "td"].flatMap((name) => ["yes", "conditional", "external", "no"].map((kind) => `${name}.${kind}`));
      texts.push("td.none", "td a.caveats", "td .sign", "thead small", "thead a", ".implementation", "header p", "output", "h1");
      return texts.map((selector) => {
        const element = document.querySelector(selector);
        const [less, more] = [getComputedStyle(element).color, ground(element)].map(luminance).sort((a, b) => a - b);
        return [selector, (more + 0.05) / (less + 0.05)];
      });
    });
    for (const [text, ratio] of ratios) assert.ok(ratio >= 4.5, `${text}: ${ratio.toFixed(2)}`);
  });

  for (const [device, viewport] of [["desktop", DESKTOP], ["phone", PHONE]]) {
    test(`the accessibility checker finds nothing, ${colorScheme}, ${device}`, async () => {
      const tab = await open({ colorScheme, viewport, fragment: "#x86pvh--dom0" });
      await tab.evaluate(axe.source);
      const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
      const { violations } = await tab.evaluate((tags) => axe.run({ runOnly: tags }), tags);
      assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes[0].html, nodes.length]), []);
    });
  }
}

test("below each release stands how far it is in its life on the day of the page", async () => {
  const tab = await open({});
  const heads = await tab.locator("thead th[scope=col]").allInnerTexts();
  const lives = Object.fromEntries(heads.slice(1).map((head) => head.split("\n")));
  for (const release of Object.keys(lives).filter((release) => release.endsWith("-unstable"))) {
    assert.equal(lives[release], "not released");
  }
  assert.equal(lives["4.22"], "through 2031-07-30");
  assert.equal(lives["4.16"], "ended 2024-12-02");
});

test("nothing runs but the page's own script", async () => {
  const tab = await open();
  await tab.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "document.title = 'changed'";
    document.body.append(script);
  });
  assert.equal(await tab.title(), "Xen support matrix");
  assert.match(problems.splice(0).join(), /Content Security Policy/);
});

test("without a script it is a plain table", async () => {
  const tab = await open({ javaScriptEnabled: false, fragment: "#x86pvh--dom0" });
  assert.ok(!(await tab.locator("form").isVisible()));
  assert.ok(await tab.getByText("Sections", { exact: true }).isVisible());
  assert.ok((await shown(tab)).length > 200);
  await row(tab, "x86pvh--dom0").locator("summary").click();
  assert.ok(await row(tab, "x86pvh--dom0").getByText("Link to this row").isVisible());
  await screenshot(tab, "without-script");
});

test("printed, it is the table on white, without what only works on a screen", async () => {
  const tab = await open({ colorScheme: "dark" });
  await tab.emulateMedia({ media: "print" });
  assert.ok(!(await tab.locator("form").isVisible()) && !(await tab.locator("nav").isVisible()));
  assert.equal(await tab.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(255, 255, 255)");
  assert.equal(await tab.locator(".matrix").evaluate((matrix) => getComputedStyle(matrix).overflow), "visible");
});

test("a page of one's own brings its caveats, which the mark opens", async () => {
  const tab = await open({ page: "own" });
  const watchdog = row(tab, "watchdog-soft");
  assert.ok(!(await watchdog.getByText("Needs the kernel module").first().isVisible()));
  await watchdog.getByRole("link", { name: "Caveats of Watchdog 'soft' in 4.20-unstable" }).click();
  assert.ok(await watchdog.getByText("Needs the kernel module").first().isVisible());
  await screenshot(tab, "own");
});
