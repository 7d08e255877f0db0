/**
 * What the preview's server sends, besides what docs/player.md describes.
 *
 * @typedef {Record<string, any>} State the traits of one ipywidgets model
 * @typedef {"safe" | "cautious" | "harmful"} Rating
 *
 * @typedef {{ code: string, severity: "error" | "warning", path: string, line: number, column: number,
 *   message: string, hint: string, title: string }} Finding
 * @typedef {{ do: "findings", path: string, stale: boolean, playable: boolean, checked: boolean, findings: Finding[] }} Findings
 *
 * @typedef {{ id: string, line: number | null, text: string, markable: boolean, kind: "cue" | "lookalike" | "none",
 *   family?: string, red_flag?: string, decisive?: boolean, why?: string, say?: string | null, source?: string }} KeyMessage
 * @typedef {{ id: string, line: number | null, text: string, rating: Rating, consequence: string, goes: string | null,
 *   replies: KeyMessage[] }} KeyOption
 * @typedef {{ id: string, line: number | null, channel: string, spine: boolean, messages: KeyMessage[], goes: string | null,
 *   choice: { id: string, line: number | null, prompt: string, options: KeyOption[] } | null }} KeyScene
 * @typedef {{ id: string, line: number | null, outcome: Rating, title: string, text: string, paid: number }} KeyEnding
 * @typedef {{ lang: string, truth: string, title: string, leave: string, first_sign: string | null, scenes: KeyScene[], endings: KeyEnding[] }} Key
 *
 * @typedef {{ do: "at", langs: string[], phase: string, choice: string | null, shown: string[], chosen: string[],
 *   lost: { choice: string, option: string } | null }} At
 */
export {};
