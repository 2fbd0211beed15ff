#!/usr/bin/env node
/** `npx @sonaqor/client listen`: what the package runs as a program, on Node. */
import { createClient } from '../client.ts'
import { run } from './run.ts'

const ended = new AbortController()
const end = () => ended.abort()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, end)
// Whoever reads what is printed may go before us, as `head` does.
process.stdout.on('error', end)

const { env, stdout, stderr } = process
process.exitCode = await run(process.argv.slice(2), {
  env,
  signal: ended.signal,
  out: (text) => void stdout.write(text),
  err: (text) => void stderr.write(text),
  hasColours: stdout.isTTY && !env['NO_COLOR'] && env['TERM'] !== 'dumb',
  createApi: createClient,
})
