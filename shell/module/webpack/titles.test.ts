import { expect, test } from '@jest/globals'
import type { ModuleManifest } from '@sonaqor/contract/manifest'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../../..')

const names = (titles: Readonly<Record<string, string>> = {}) => Object.keys(titles).toSorted()

test.each(globSync('{shell,mfe-*}/module.json', { cwd: root }))(
  'EM-3: %s names all of its titles in German, and no others',
  (path) => {
    const file = readFileSync(join(root, path), 'utf8')
    const { views, nav, translations } = JSON.parse(file) as ModuleManifest
    const { de } = translations ?? {}
    expect(de?.title).toBeTruthy()
    expect(names(de?.views)).toEqual(views.map(({ name }) => name).toSorted())
    expect(names(de?.nav)).toEqual(nav.map(({ view }) => view).toSorted())
  },
)
