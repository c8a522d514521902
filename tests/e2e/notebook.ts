// The notebook's page as a person uses it, and the files of notes that it reads.
import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { open } from "./atlas";

/** Something to be made a note of, in a file. */
export type Seed = { id: number; on: string; text: string; tags?: string[]; more?: Record<string, unknown> };

/** A Web Annotation as any program may write it. `on` is a partner of this site, or any address. */
export function annotation(page: Page, { id, on, text, tags = [], more = {} }: Seed) {
  const target = /^https?:/.test(on) ? on : new URL(`partners/${on}/`, siteOf(page)).href;
  const body = [
    { type: "TextualBody", value: text, format: "text/plain", purpose: "commenting" },
    ...tags.map((value) => ({ type: "TextualBody", value, purpose: "tagging" })),
  ];
  const day = `2026-11-${String(id).padStart(2, "0")}T08:00:00Z`;
  const urn = `urn:uuid:00000000-0000-4000-8000-${String(id).padStart(12, "0")}`;
  return { id: urn, type: "Annotation", created: day, modified: day, body, target, ...more };
}

const siteOf = (page: Page) => `${new URL(page.url()).origin}/atlas/`;

/** A file to be chosen in a file input. */
export const file = (content: unknown, name = "notes.jsonld") => ({
  name,
  mimeType: "application/ld+json",
  buffer: Buffer.from(typeof content === "string" ? content : JSON.stringify(content)),
});

export const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
export const cards = (page: Page) => page.getByRole("main").getByRole("article").getByRole("article");
export const card = (page: Page, text: string) => cards(page).filter({ hasText: text });
export const preview = (page: Page) => page.getByRole("region", { name: /would change$/ });

/** Opens a file and waits for what it would change. */
export async function previewOf(page: Page, chosen: ReturnType<typeof file>) {
  await page.getByLabel("Import a file").setInputFiles(chosen);
  await expect(preview(page).getByRole("heading")).toBeFocused();
  return preview(page).getByRole("list").first().getByRole("listitem");
}

/** Opens the notebook with these notes in it. */
export async function seed(page: Page, ...seeds: Seed[]) {
  await open(page, "./notebook/");
  await take(page, file(seeds.map((it) => annotation(page, it))));
}

/** Takes a file in. */
export async function take(page: Page, chosen: ReturnType<typeof file>) {
  await previewOf(page, chosen);
  await press(page, "Import");
  await expect(page.getByRole("status").filter({ hasText: /^Imported/ })).toBeVisible();
}

/** What a button hands to the person. */
export async function download(page: Page, button: string) {
  const started = page.waitForEvent("download");
  await press(page, button);
  const handed = await started;
  return { name: handed.suggestedFilename(), text: await readFile(await handed.path(), "utf8") };
}

/** The annotations of a backup by id, without what every file has of its own. */
export function notesOf(backup: string) {
  const items: { id: string }[] = JSON.parse(backup).first.items;
  return items.toSorted((a, b) => a.id.localeCompare(b.id));
}
