/** What there is to build, from what, and how to see that it is there. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inRoot, moduleFolders } from '../places.ts'

export interface Part {
  readonly name: string
  /** Files and folders that it is made from; the build is stale when one of them changes. */
  readonly inputs: readonly string[]
  /** Files below `.build` that a finished build has. */
  readonly outputs: readonly string[]
  readonly command: readonly [program: string, ...args: string[]]
}

/** What every browser build contains a piece of, and what pins the packages and their builders. */
const shared = ['api/contract', 'shell/module', 'storybook/ui', 'package-lock.json']

const webpack = (folder: string): Part['command'] => ['node', 'shell/module/build.cjs', folder]

const shell: Part = {
  name: 'shell',
  inputs: [
    'shell/src',
    'shell/module.json',
    'shell/package.json',
    'shell/webpack.config.js',
    'shell/embed',
    ...shared,
  ],
  outputs: ['shell/shell.json', 'modules/home/module.json'],
  command: webpack('shell'),
}

const embed: Part = {
  name: 'embed',
  inputs: ['shell/embed', ...shared],
  outputs: ['embed/v1.js', 'embed/host.json', 'shell/frame.json'],
  command: webpack('shell/embed'),
}

const modules = (): readonly Part[] => moduleFolders().map(moduleIn)

function moduleIn(folder: string): Part {
  const { name } = JSON.parse(readFileSync(inRoot(join(folder, 'module.json')), 'utf8')) as {
    name: string
  }
  return {
    name: folder,
    inputs: [folder, ...shared],
    outputs: [`modules/${name}/module.json`],
    command: webpack(folder),
  }
}

/** All that `npm start` serves; the slowest first. */
export const productParts = (): readonly Part[] => [shell, ...modules(), embed]

/** The modules of the working tree by their names. What `.build` holds of others is of before. */
export const builtModules = (): readonly string[] =>
  productParts()
    .flatMap(({ outputs }) => outputs)
    .flatMap((path) => /^modules\/([^/]+)\//.exec(path)?.[1] ?? [])

/** The stories as a site: made for the tests, and for whoever wants to look. */
export function storybookPart(): Part {
  return {
    name: 'storybook',
    inputs: ['storybook', 'shell/src', ...moduleFolders(), ...shared],
    outputs: ['storybook/index.json', 'storybook/iframe.html'],
    command: [
      'storybook',
      'build',
      '--config-dir=storybook/.storybook',
      '--output-dir=.build/storybook',
      '--quiet',
    ],
  }
}
