import { useSearchParams } from 'react-router';

/** What of a list lives in the address: `?view=mine&q=…`. Setting a value to nothing takes it out. */
export function useAddress(): readonly [
  (name: string) => string | undefined,
  (values: Readonly<Record<string, string>>) => void,
] {
  const [params, setParams] = useSearchParams();
  const get = (name: string): string | undefined => params.get(name) ?? undefined;
  const set = (values: Readonly<Record<string, string>>): void =>
    setParams(
      (now) => {
        const next = new URLSearchParams(now);
        for (const [name, value] of Object.entries(values))
          if (value === '') next.delete(name);
          else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  return [get, set];
}
