/** The settings cannot be used; the message lists everything that is wrong with them. */
export class SettingsError extends Error {}
