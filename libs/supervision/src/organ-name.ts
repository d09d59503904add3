/** An organ as it is named in a list. */
export type OrganName = { readonly code: string; readonly name: { readonly 'zh-CN': string; readonly en: string } };
