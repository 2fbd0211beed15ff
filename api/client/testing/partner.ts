/** A partner who has installed our package as it is packed, in a folder of their own. */
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { inRoot } from '../../../.run/places.ts'
import { buildPackage } from '../build.ts'

const run = promisify(execFile)

export interface Partner {
  readonly packed: string
  /** What it was built into, as the product has it. */
  readonly buildDir: string
  /** Where the package came to lie. */
  readonly installed: string
  /** Packs it once more, elsewhere. */
  packAgain(): Promise<string>
  /** What the compiler says of programs, by their files; nothing, where all is well. */
  compile(programs: Readonly<Record<string, string>>, options: string): Promise<string>
  /** What a program says when it runs. */
  run(file: string, program: string, env?: Readonly<Record<string, string>>): Promise<string>
  /** A command as it is typed. */
  call(
    command: string,
    env: Readonly<Record<string, string>>,
  ): Promise<{ readonly code: number; readonly out: string }>
  close(): void
}

export async function openPartner(): Promise<Partner> {
  const home = mkdtempSync(join(tmpdir(), 'sonaqor-client-'))
  const folder = join(home, 'partner')
  mkdirSync(folder)
  const buildDir = join(home, 'build')
  const packed = await buildPackage(join(buildDir, 'client'))
  writeFileSync(join(folder, 'package.json'), '{ "name": "partner", "private": true }')
  const install = ['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', packed]
  await run('npm', install, { cwd: folder, shell: process.platform === 'win32' })
  for (const types of ['@types/node', 'undici-types']) {
    const at = join(folder, 'node_modules', types)
    mkdirSync(dirname(at), { recursive: true })
    symlinkSync(inRoot(join('node_modules', types)), at)
  }
  const write = (file: string, program: string) => writeFileSync(join(folder, file), program)
  return {
    packed,
    buildDir,
    installed: join(folder, 'node_modules/@sonaqor/client'),
    packAgain: () => buildPackage(join(home, 'again')),
    compile(programs, options) {
      for (const [file, program] of Object.entries(programs)) write(file, program)
      const all = `--ignoreConfig --noEmit --strict --exactOptionalPropertyTypes --target es2022 ${options}`
      const args = [
        inRoot('node_modules/typescript-7/bin/tsc'),
        ...all.split(/\s+/),
        ...Object.keys(programs),
      ]
      return run(process.execPath, args, { cwd: folder }).then(
        ({ stdout }) => stdout,
        (error: { readonly stdout: string }) => error.stdout,
      )
    },
    async run(file, program, env = {}) {
      write(file, program)
      const { stdout, stderr } = await run(process.execPath, [file], {
        cwd: folder,
        env: { ...process.env, ...env },
      })
      return stdout + stderr
    },
    async call(command, env) {
      const [file = '', ...args] = command.split(' ')
      // What npx puts aside is for this partner alone.
      const own = { ...process.env, ...env, npm_config_cache: join(home, 'npm') }
      const running = run(file, args, {
        cwd: folder,
        env: own,
        shell: process.platform === 'win32',
      })
      return running.then(
        ({ stdout, stderr }) => ({ code: 0, out: stdout + stderr }),
        (error: { readonly code: number; readonly stdout: string; readonly stderr: string }) => ({
          code: error.code,
          out: error.stdout + error.stderr,
        }),
      )
    },
    close: () => rmSync(home, { recursive: true }),
  }
}
