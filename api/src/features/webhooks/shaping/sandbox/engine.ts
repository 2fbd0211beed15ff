/** One run of somebody's code, in an engine that is WebAssembly and reaches nothing but its own memory. */
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import variant from '@jitl/quickjs-wasmfile-release-sync'
import {
  newQuickJSWASMModuleFromVariant,
  newVariant,
  type QuickJSContext,
  type QuickJSHandle,
  type QuickJSWASMModule,
} from 'quickjs-emscripten-core'
import { payloadBytesMax } from '@sonaqor/contract/webhook-bounds'
import { wellFormed } from '../well-formed.ts'
import {
  cpuMsMax,
  memoryBytesMax,
  tookTooLong,
  type SandboxAnswer,
  type SandboxFault,
  type SandboxJob,
  type SandboxResult,
} from './job.ts'
import { prelude } from './prelude.ts'

const stackBytesMax = 256 * 1024
const pages = memoryBytesMax / 65_536
const fileName = 'transformation.js'

const wasmModule = await WebAssembly.compile(
  await readFile(fileURLToPath(import.meta.resolve('@jitl/quickjs-wasmfile-release-sync/wasm'))),
)

/**
 * The limit of the runtime counts no small pieces, so it is the memory itself that cannot grow. It is
 * wiped, and the engine in it made anew, for each run: what broke out of a runtime would find nothing of
 * others, and leaves nothing to them. A memory of its own for each would cost twice the time.
 */
const wasmMemory = new WebAssembly.Memory({ initial: pages, maximum: pages })

async function newMachine(): Promise<QuickJSWASMModule> {
  new Uint8Array(wasmMemory.buffer).fill(0)
  return newQuickJSWASMModuleFromVariant(newVariant(variant, { wasmModule, wasmMemory }))
}

/** One at a time, as all of them have the one memory. */
export async function runInSandbox(job: SandboxJob): Promise<SandboxAnswer> {
  return answerOf(await newMachine(), job)
}

function answerOf(machine: QuickJSWASMModule, job: SandboxJob): SandboxAnswer {
  const begun = process.threadCpuUsage()
  const ranMs = () => {
    const { user, system } = process.threadCpuUsage(begun)
    return (user + system) / 1000
  }
  const isOver = () => ranMs() > cpuMsMax
  try {
    const runtime = machine.newRuntime({
      interruptHandler: isOver,
      maxStackSizeBytes: stackBytesMax,
    })
    const context = runtime.newContext()
    const answer = { ...answerIn(context, job), ranMs: ranMs() }
    context.dispose()
    runtime.dispose()
    return isOver() ? tookTooLong : answer
  } catch (cause) {
    // The machine itself gave up: it came to the end of the thread's stack, say.
    if (isOver()) return tookTooLong
    const fault = faultOf(
      cause instanceof RangeError ? 'It went too deep.' : 'It ran out of memory.',
    )
    return { ...fault, ranMs: ranMs() }
  }
}

function answerIn(context: QuickJSContext, { code, payload, now }: SandboxJob): SandboxResult {
  const made = context.unwrapResult(context.evalCode(`${prelude}(${now})`, 'prelude.js'))
  const run = context.getProp(made, 'run')
  const describe = context.getProp(made, 'describe')
  const held = [made, run, describe]
  try {
    const loaded = context.evalCode(code, fileName, { type: 'global' })
    if (loaded.error) return { fault: describedBy(context, describe, loaded.error) }
    held.push(loaded.value)
    const found = context.evalCode(`typeof transform === 'function' ? transform : null`)
    if (found.error) return { fault: describedBy(context, describe, found.error) }
    held.push(found.value)
    if (context.typeof(found.value) !== 'function') {
      return faultOf('There is no function of the name "transform".')
    }
    if (payload === null) return { after: null }
    const given = context.newString(payload)
    held.push(given)
    const called = context.callFunction(run, context.undefined, found.value, given)
    if (called.error) return { fault: describedBy(context, describe, called.error) }
    held.push(called.value)
    if (context.typeof(called.value) !== 'string') return { after: null }
    const after = context.getString(called.value)
    return Buffer.byteLength(after) > payloadBytesMax
      ? faultOf(`TypeError: transform returned more than ${payloadBytesMax} bytes`)
      : { after }
  } finally {
    for (const handle of held) handle.dispose()
  }
}

const faultOf = (message: string): { fault: SandboxFault } => ({
  fault: { message, line: null, column: null },
})

/** What it threw is read by code in the sandbox, as reading it may be code again. */
function describedBy(
  context: QuickJSContext,
  describe: QuickJSHandle,
  thrown: QuickJSHandle,
): SandboxFault {
  const described = context.callFunction(describe, context.undefined, thrown)
  thrown.dispose()
  if (described.error) {
    described.error.dispose()
    return faultOf('It threw what cannot be read.').fault
  }
  const text = described.value.consume((value) =>
    context.typeof(value) === 'string' ? context.getString(value) : '{}',
  )
  const { message, stack } = JSON.parse(text) as Record<string, unknown>
  const [, line, column] = /transformation\.js:(\d+):(\d+)/.exec(String(stack)) ?? []
  return {
    message:
      typeof message === 'string'
        ? wellFormed(message.slice(0, 500))
        : 'It threw what cannot be read.',
    line: line === undefined ? null : Number(line),
    column: column === undefined ? null : Number(column),
  }
}
