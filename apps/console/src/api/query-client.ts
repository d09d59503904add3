import { QueryClient } from '@tanstack/react-query';
import { NetworkError } from './problem.js';

const ONCE_MORE = 1;

/** What has been read from the server. The live line says what has changed, so nothing is asked again on suspicion. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      retry: (count, error) => count < ONCE_MORE && error instanceof NetworkError,
    },
  },
});
