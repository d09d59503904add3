/** One language of an area: what each key says. A hole is written `{{name}}`; a number is the hole `count`. */
export type Words = Readonly<Record<string, string>>;

/** The same keys in English, which also says what it calls a single one: `…_one` beside each `…_other`. */
export type InEnglish<Zh extends Words> = Readonly<Record<keyof Zh | Singular<keyof Zh>, string>>;

type Singular<K> = K extends `${infer Base}_other` ? `${Base}_one` : never;

/** What is asked for: the key without its plural form. */
export type KeyOf<Zh extends Words> = { [K in keyof Zh]: K extends `${infer Base}_other` ? Base : K }[keyof Zh] & string;
