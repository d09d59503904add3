type Named = { readonly id: string; readonly name?: string };

/** Where a file is fetched from, under the name it has here; under its own where it has none here. */
export const addressOfFile = ({ id, name }: Named): string =>
  `/api/v1/files/${id}${name === undefined ? '' : `?name=${encodeURIComponent(name)}`}`;
