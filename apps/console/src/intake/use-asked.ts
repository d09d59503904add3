import type { Channel, ChannelsView, EvidenceField } from '@gongkai/contracts';
import { useQuery } from '@tanstack/react-query';
import { api } from '../api/api.js';
import { keys } from '../api/keys.js';
import { channelForms } from './channel-fields.js';

/** What the statute pack asks of an arrival by a channel, in its order, as far as the form has a field for it. */
export function useAsked(channel: Channel): readonly EvidenceField[] {
  const { data } = useQuery({
    queryKey: keys.channels,
    queryFn: () => api.get<ChannelsView>('/channels'),
    staleTime: Infinity,
  });
  const { evidence } = channelForms[channel];
  return data === undefined ? evidence : data.channels[channel].filter((field) => evidence.includes(field));
}
