import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { faxTools } from './tools.js';

/** Lines of a page: one of A4 at fine resolution, and the coarse one of the same size. */
export const FINE = { lines: 2287, resolution: 196 };
export const LOW = { lines: 1143, resolution: 98 };
const WIDTH = 1728;

/** Makes TIFFs as fax machines and scanners do, with Debian's libtiff-tools and netpbm. */
export class FaxMachine {
  /** Where the files lie that it makes. */
  readonly folder = mkdtempSync(path.join(tmpdir(), 'gongkai-fax-'));

  /** A page with a text on it, as raw Group 3 turned into a TIFF by `fax2tiff`. */
  page(name: string, text: string, { lines, resolution } = FINE, options = ''): string {
    this.#run(
      `yes '${text}' | head -n 30 | pbmtext -builtin fixed | pnmenlarge 2 | pnmpad -white -width ${WIDTH} -height ${lines} -halign 0.2 -valign 0.1 > ${name}.pbm
       pbmtog3 ${name}.pbm > ${name}.g3; fax2tiff -M -R ${resolution} ${options} -o ${name}.tif ${name}.g3`,
    );
    return `${name}.tif`;
  }

  /** What `tiffcp` makes of pages. @param options e.g. `-c g3:2d -f lsb2msb` */
  copy(name: string, pages: readonly string[], options = ''): Buffer {
    this.#run(`tiffcp ${options} ${pages.join(' ')} ${name}.tif`);
    return this.read(`${name}.tif`);
  }

  /** A page by `pnmtotiff`. @param options e.g. `-minisblack` */
  scan(name: string, options: string): Buffer {
    this.#run(`pnmtotiff ${options} ${name}.pbm > ${name}-scan.tif`);
    return this.read(`${name}-scan.tif`);
  }

  /** A tag that the writer got wrong. */
  mistag(name: string, tag: number, value: number): Buffer {
    this.#run(`cp ${name}.tif ${name}-mistagged.tif; tiffset -s ${tag} ${value} ${name}-mistagged.tif`);
    return this.read(`${name}-mistagged.tif`);
  }

  read(name: string): Buffer {
    return readFileSync(path.join(this.folder, name));
  }

  #run(script: string): void {
    const env = { PATH: `${faxTools()}:/usr/bin:/bin` };
    execFileSync('sh', ['-ec', script], { cwd: this.folder, env, stdio: ['ignore', 'ignore', 'pipe'] });
  }
}

/** Puts a file into a folder, as of a moment. */
export function lay(folder: string, name: string, content: Buffer): string {
  mkdirSync(folder, { recursive: true });
  const place = path.join(folder, name);
  writeFileSync(place, content);
  return place;
}
