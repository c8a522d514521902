// Numbers as the bench writes them.

export const quantile = (values, part) => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)];
};
export const median = (values) => quantile(values, 0.5);
export const p95 = (values) => quantile(values, 0.95);
export const ms = (value) => `${value.toPrecision(2).includes("e") ? Math.round(value) : Number(value.toPrecision(2))} ms`;
export const mb = (bytes) => `${Math.round(bytes / 1e6)} MB`;
export const factor = (value) => `${value.toFixed(2)} ×`;
export const table = (head, rows) =>
  [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
