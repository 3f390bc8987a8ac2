/** The tone of a status, by which a person scans a list. active: runs, healthy; waiting: will go on; problem: needs a person; done: over. */
export type Tone = 'active' | 'waiting' | 'problem' | 'done';
