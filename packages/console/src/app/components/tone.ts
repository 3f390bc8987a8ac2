/** What a status means for the person who looks at a list: active: runs, healthy; waiting: will go on; problem: needs a person; done: over. */
export type Tone = 'active' | 'waiting' | 'problem' | 'done';
