/**
 * Loaded before an API of the torments: its office has the moment that whoever plays the year has written down. Everything else of it is the
 * program as it is installed.
 */
import fs from 'node:fs';
import { SystemClock } from '../../../dist/libs/platform/src/index.js';

const { OFFICE_CLOCK: file } = process.env;

SystemClock.prototype.now = () => new Date(Number(fs.readFileSync(file, 'utf8')));
