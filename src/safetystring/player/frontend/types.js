/**
 * The shapes that docs/player.md describes: what the kernel sends, and what goes back.
 *
 * @typedef {"intro" | "practice" | "play" | "verdict" | "rest" | "review" | "debrief" | "skipped"} Phase
 * @typedef {"zh" | "en" | "fr"} Lang
 * @typedef {"ring" | "call" | "video" | "chat" | "group" | "sms" | "mail" | "app" | "web"} Channel
 * @typedef {Record<string, any>} Strings
 *
 * @typedef {{ id: string, name: string, hint: string }} Family
 * @typedef {{ id: string, name: string, purpose: string, value: string, hours?: string | null,
 *   checked_on: string, certain: boolean, urgent: boolean }} Contact
 * @typedef {{ title: string, remember: string[], say: string[], dial: Contact[] }} Takeaway
 * @typedef {{ words: string, does: string, flag?: string | null }} LessonPart
 * @typedef {{ minutes: number, points: string[], sender: string, parts: LessonPart[], genuine: string }} Lesson
 * @typedef {{ family: string | null, name: string, text: string, why: string }} PracticeMessage
 * @typedef {{ title: string, setting: string, notes?: string | null, minutes: number, skippable: boolean,
 *   practice: PracticeMessage[], families: Family[], help: Contact[] }} About
 * @typedef {{ home?: string, next?: string, title?: string, takeaway?: Takeaway, lesson?: Lesson & { goals: string[], remember: string[] } }} Onward
 *
 * @typedef {{ seq: number, kind: "scene", id: string, channel: Channel, name: string, about?: string | null,
 *   number?: string | null, avatar?: string | null, members?: number }} SceneEntry
 * @typedef {{ is: string, [key: string]: any }} Attachment
 * @typedef {"text" | "call" | "voice" | "document" | "image" | "compare" | "link" | "file" | "transfer" | "mail" | "page" | "payment" |
 *   "balance" | "frame" | "system" | "narration" | "hold"} Form
 * @typedef {{ sign: "like" | "heart" | "fire" | "clap" | "laugh", count: number }} Reaction
 * @typedef {{ seq: number, kind: "message", id: string, form: Form, side: "in" | "out" | "none", sender?: string, name?: string | null,
 *   avatar?: string | null, text: string, time?: string | null, markable: boolean,
 *   attachment?: Attachment | null, reactions?: Reaction[] }} MessageEntry
 * @typedef {{ seq: number, kind: "option", id: string, option_kind: "say" | "do", text: string, key?: string,
 *   mine: boolean }} OptionEntry
 * @typedef {SceneEntry | MessageEntry | OptionEntry} Entry
 *
 * @typedef {"hit" | "late" | "wrong_family" | "miss" | "false_alarm" | "correct"} Result
 * @typedef {{ message: string, quote: string, kind: "cue" | "lookalike", result: Result, red_flag?: string | null,
 *   family?: string | null, marked_family?: string | null, decisive?: boolean, why: string, instead?: string | null,
 *   say?: string | null, source?: string | null, url?: string | null }} Item
 * @typedef {{ first: string, caught: string | null, later: number | null, during: "play" | "rest" | null }} Noticed
 * @typedef {{ paused: number, looked_up: boolean, verified: boolean, told: boolean, reported: boolean }} Moves
 * @typedef {{ id: string, name?: string, met: number, caught: number, wrongly: number }} ProfileRow
 * @typedef {{ value: number, low: number, high: number }} Range
 * @typedef {"up" | "down" | "unclear"} Change
 * @typedef {{ runs: number, signals: number, noise: number, needed: number, sharpness: Range | null, suspicion: Range | null,
 *   trend: { sharper: Change, suspicious: Change } | null, families: ProfileRow[], channels: ProfileRow[] }} Profile
 * @typedef {{ prompt: string, chosen?: string | null, rating?: "safe" | "cautious" | "harmful" | null,
 *   consequence?: string | null, better?: string | null }} Decision
 * @typedef {{ points: number, max: number, discernment: number | null }} Score
 * @typedef {{ id: string, points: number, max: number, label: string }} Cell
 * @typedef {{ later?: boolean, missing?: boolean, truth?: "scam" | "genuine" | "drill", verdict?: number | null,
 *   summary?: string, real?: string, first_sign?: string | null, say?: string[], do?: string[], contacts?: Contact[],
 *   asked?: number, paid?: number, ending?: { outcome: "safe" | "cautious" | "harmful", title: string, text: string },
 *   items?: Item[], other_marks?: { message: string, quote: string }[], decisions?: Decision[], accounts?: Account[], score?: Score | null,
 *   cells?: Cell[], left_by?: "hang_up" | "check" | "tell" | "report" | null, way_out?: "safe" | "cautious" | null,
 *   moves?: Moves, noticed?: Noticed | null, loss_avoided?: number | null, profile?: Profile }} Debrief
 *
 * @typedef {{ id: string, name: string, avatar: string, together: boolean, picked: boolean }} Account
 * @typedef {{ kind: string, text: string }} Notice
 * @typedef {{ name: string, mime: string, data: string }} Archive
 * @typedef {Partial<Archive> & { failed?: true }} Download an archive, `{failed: true}`, or nothing yet
 *
 * @typedef {object} Traits
 * @property {Phase} phase
 * @property {Lang} lang
 * @property {Strings} strings
 * @property {About} about
 * @property {Onward} [onward] set once a screen shows it: the intro, the debrief
 * @property {Entry[]} entries
 * @property {number} shown
 * @property {number} rest_from
 * @property {Record<string, string>} marks
 * @property {string[] | null} picked accounts of a group that the learner thinks work together
 * @property {Record<string, string>} assets
 * @property {Notice | Record<string, never>} notice
 * @property {Debrief} debrief
 * @property {Download} download
 *
 * @typedef {{ set_state(state: object): void }} OtherModel another widget's model, as ipywidgets has it
 *
 * @typedef {{ widget_manager?: { get_model(id: string): Promise<OtherModel> }, get<K extends keyof Traits>(name: K): Traits[K], set<K extends keyof Traits>(name: K, value: Traits[K]): void, send(content: object): void,
 *   on(name: string, callback: (...args: any[]) => void): void,
 *   off(name: string, callback: (...args: any[]) => void): void }} Model
 */
export {};
