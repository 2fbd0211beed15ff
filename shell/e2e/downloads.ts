import { readFile } from 'node:fs/promises'
import type { Download, Page } from '@playwright/test'

/** What comes to this page, or to a tab that it opens for it. */
export function downloadsOf(page: Page): readonly Download[] {
  const taken: Download[] = []
  const hear = (opened: Page) => opened.on('download', (download) => taken.push(download))
  hear(page)
  page.context().on('page', hear)
  return taken
}

/** What is in an export of one JSON object a line. */
export const linesIn = <Line>(file: Buffer): Line[] =>
  file
    .toString()
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line)

export const bytesOf = async (download: Download): Promise<Buffer> =>
  readFile(await download.path())
