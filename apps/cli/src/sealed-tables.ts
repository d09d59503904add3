import { SEALED_TABLES } from '@gongkai/casework';
import { PAGE_READINGS } from '@gongkai/intake';

/** Every table in which something is sealed. */
export const ALL_SEALED = [...SEALED_TABLES, PAGE_READINGS];
