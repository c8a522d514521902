// Writing and reading notes as a person does, and what the browser keeps of them.
import { expect, type Page } from "@playwright/test";
import { open } from "./atlas";

/** The path of the site, in the form in which it stands in the keys of the notebook. */
export const PREFIX = "ots-atlas:%2Fatlas%2F:notebook:";

export const field = (page: Page) => page.getByRole("textbox", { name: "Note", exact: true });
export const notes = (page: Page) => page.getByRole("region", { name: "Notes", exact: true });
export const saved = (page: Page) => page.getByRole("status").filter({ hasText: /^Saved/ });

/** Opens a partner's page and a new note on it. */
export async function begin(page: Page, partner = "who") {
  await open(page, `./partners/${partner}/`);
  await page.getByRole("button", { name: "Write a note" }).click();
  await expect(field(page)).toBeFocused();
}

/** Writes a note and waits until the page says that it is saved. */
export async function write(page: Page, text: string, partner = "who") {
  await begin(page, partner);
  await field(page).fill(text);
  await expect(saved(page)).toBeVisible();
}

/** Expects that a partner's page shows a note with this text. */
export async function expectNote(page: Page, text: string, partner = "who") {
  await open(page, `./partners/${partner}/`);
  await expect(notes(page).getByText(text)).toBeVisible();
}

/** What local storage holds of the notebook. */
export const stored = (page: Page): Promise<[string, string][]> =>
  page.evaluate((prefix) => Object.entries(localStorage).filter(([key]) => key.startsWith(prefix)), PREFIX);

/** Runs `change` with each text of the second store; what it gives is put in its place, and `null` removes it. */
export async function changeSecond(page: Page, change: "clear" | { key: string; value: string }) {
  await page.evaluate(
    ([name, change]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(name as string);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const transaction = opening.result.transaction("texts", "readwrite");
          const store = transaction.objectStore("texts");
          if (change === "clear") store.clear();
          else store.put((change as { value: string }).value, (change as { key: string }).key);
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    [PREFIX.slice(0, -1), change] as const,
  );
}

/** Switches off a store before the page starts: every use of it fails as it does where a browser refuses it. */
export async function refuse(page: Page, ...stores: ("localStorage" | "indexedDB")[]) {
  await page.addInitScript((stores) => {
    for (const store of stores) {
      Object.defineProperty(globalThis, store, {
        get() {
          throw new DOMException("Access is denied for this document.", "SecurityError");
        },
      });
    }
  }, stores);
}

/** Stops the time of one tab: what it would do after a pause waits for `releaseTimers`. */
export const holdTimers = (page: Page) =>
  page.evaluate(() => {
    const { setTimeout } = globalThis;
    const held: (() => void)[] = [];
    Object.assign(globalThis, {
      setTimeout: (callback: () => void) => -held.push(callback),
      releaseTimers: () => {
        Object.assign(globalThis, { setTimeout });
        held.splice(0).forEach((callback) => callback());
      },
    });
  });

export const releaseTimers = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { releaseTimers: () => void }).releaseTimers());
