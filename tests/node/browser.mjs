// Open pages in a real browser: nothing for axe to find, light and dark, and nothing wider than a phone.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const { source } = createRequire(import.meta.url)("axe-core");
const [executablePath, ...pages] = process.argv.slice(2);
const QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

const browser = await chromium.launch({ executablePath, args: QUIET });
const faults = [];
for (const page of pages) {
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [1000, 320]) {
      const tab = await browser.newPage({ colorScheme, viewport: { width, height: 800 } });
      const asked = [];
      tab.on("request", (request) => asked.push(request.url()));
      await tab.goto(pathToFileURL(page).href);
      await tab.evaluate(source);
      const { violations } = await tab.evaluate(() => axe.run());
      const over = await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      const where = `${page}, ${colorScheme}, ${width} wide`;
      faults.push(...violations.map((found) => `${where}: ${found.id}: ${found.help}: ${found.nodes.map((node) => node.target).join("; ")}`));
      if (over > 0) faults.push(`${where}: ${over} pixels wider than the screen`);
      faults.push(...asked.filter((url) => !url.startsWith("file:") && !url.startsWith("data:")).map((url) => `${where}: asks for ${url}`));
      await tab.close();
    }
  }
}
await browser.close();
console.log(`Browser: ${pages.length} pages, light and dark, wide and narrow; ${faults.length} faults.`);
for (const fault of faults) console.log(fault);
process.exit(faults.length ? 1 : 0);
