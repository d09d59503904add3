import { QueryClient } from '@tanstack/react-query';
import { NetworkError } from './problem.js';

const ONCE_MORE = 1;

/**
 * What has been read from the server. The live line says what has changed, so nothing is asked again on suspicion. Without a
 * network everything fails at once and says so: what waited in silence would be sent when nobody expects it.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      refetchOnReconnect: true,
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      retry: (count, error) => count < ONCE_MORE && error instanceof NetworkError,
    },
    mutations: { networkMode: 'always' },
  },
});
