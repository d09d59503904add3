/** How a file is saved by a browser, whatever script its name is in. */
export const attachment = (name: string): string => `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;
