/** What the handbook and README say of the code, as far as a machine can tell: samples and links. */
import { describe, expect, test } from '@jest/globals'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { inRoot } from './places.ts'

const handbook = readdirSync(inRoot('storybook/handbook'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.md'))
  .map((path) => join('storybook/handbook', path))

const pages = ['README.md', ...handbook].map((path) => ({
  path,
  text: readFileSync(inRoot(path), 'utf8'),
}))

/** A fence that names a file beside its language shows that file. */
const samples = pages.flatMap(({ path, text }) =>
  [...text.matchAll(/^```tsx? (\S+)\n([^]*?)^```$/gm)].map(([, file = '', code = '']) => ({
    path,
    file,
    code,
  })),
)

const links = pages.flatMap(({ path, text }) =>
  [...text.matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g)].map(([, to = '']) => ({ path, to })),
)

/** Folders and files of the repository in backticks; what holds a placeholder is left alone. */
const places = pages.flatMap(({ path, text }) =>
  [...text.matchAll(/`((?:api|shell|storybook|\.run|mfe-keys|mfe-logs)\/[\w./-]+)`/g)].map(
    ([, place = '']) => ({ path, place }),
  ),
)

describe('the handbook', () => {
  test.each(samples)('$path shows $file as it is', ({ file, code }) => {
    expect(readFileSync(inRoot(file), 'utf8')).toContain(code)
  })

  test.each(links)('$path leads to $to', ({ path, to }) => {
    expect(existsSync(join(inRoot(dirname(path)), to))).toBe(true)
  })

  test('names no place that is not there, but for those that its guide adds', () => {
    const missing = places.filter(({ place }) => !existsSync(inRoot(place)))
    expect(missing.filter(({ place }) => !/toys?\b/.test(place))).toEqual([])
  })

  test('has samples, links and places', () => {
    expect(Math.min(samples.length, links.length, places.length)).toBeGreaterThan(5)
  })
})
