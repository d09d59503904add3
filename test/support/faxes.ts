import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { faxTools } from './tools.js';

/** Lines of a page, and how many there are to the inch: a short page as fine as most faxes are, and as coarse as some. */
const SHORT = { lines: 700, resolution: 196 };
export const LOW = { lines: 350, resolution: 98 };
const WIDTH = 1728;
/** Lines that a line of text takes. */
const TEXT = 76;

/** Makes TIFFs as fax machines and scanners do, with Debian's libtiff-tools and netpbm. */
export class FaxMachine {
  /** Where the files lie that it makes, each as its name with `.tif`. */
  readonly folder = mkdtempSync(path.join(tmpdir(), 'gongkai-fax-'));

  /** A page with a text on it, as raw Group 3 turned into a TIFF by `fax2tiff`. */
  page(name: string, text: string, { lines, resolution } = SHORT): void {
    this.#run(
      `yes '${text}' | head -n ${Math.floor(lines / TEXT)} | pbmtext -builtin fixed | pnmenlarge 2 |
         pnmpad -white -width ${WIDTH} -height ${lines} -halign 0.2 -valign 0.1 > ${name}.pbm
       pbmtog3 ${name}.pbm > ${name}.g3; fax2tiff -M -R ${resolution} -o ${name}.tif ${name}.g3`,
    );
  }

  /** What `tiffcp` makes of pages; without options each stays as it is. @param options e.g. `-c g3:2d -f lsb2msb` */
  copy(name: string, pages: readonly string[], options = ''): Buffer {
    this.#run(`tiffcp ${options} ${pages.map((page) => `${page}.tif`).join(' ')} ${name}.tif`);
    return this.read(`${name}.tif`);
  }

  /** A page by `pnmtotiff`. @param options e.g. `-minisblack` @returns its name */
  scan(page: string, name: string, options: string): string {
    this.#run(`pnmtotiff ${options} ${page}.pbm > ${name}.tif`);
    return name;
  }

  /** A tag that the writer got wrong. @returns the name of the file */
  mistag(page: string, name: string, tag: number, value: number | string): string {
    this.#run(`cp ${page}.tif ${name}.tif; tiffset -s ${tag} '${value}' ${name}.tif`);
    return name;
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
