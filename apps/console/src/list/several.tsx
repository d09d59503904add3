import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useAddress } from './use-address.js';
import './several.css';

type Option = { readonly value: string; readonly label: string };
export type SeveralProps = {
  /** In the address. */
  readonly name: string;
  readonly label: string;
  readonly options: readonly Option[];
};

/** A filter that takes several values, kept in the address with commas between them. */
export function Several({ name, label, options }: SeveralProps): ReactNode {
  const [get, set] = useAddress();
  return (
    <Select
      mode="multiple"
      className="several"
      aria-label={label}
      placeholder={label}
      maxTagCount="responsive"
      value={get(name)?.split(',') ?? []}
      onChange={(values) => set({ [name]: values.join(',') })}
      options={[...options]}
    />
  );
}
