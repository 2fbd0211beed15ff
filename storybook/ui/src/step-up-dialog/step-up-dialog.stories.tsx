import type { Meta, StoryObj } from '@storybook/react-webpack5'
import type { Readable } from '../states/loaded.tsx'
import { fromRightToLeft } from '../testing/from-right-to-left.tsx'
import type { FactorAnswer } from './factor-form.tsx'
import { StepUpDialog } from './step-up-dialog.tsx'

const nothing = () => undefined

const knows = (...data: string[]): Readable<readonly string[]> => ({
  status: 'success',
  data,
  error: null,
  refetch: nothing,
})

export default {
  title: 'UI/Step-up dialog',
  component: StepUpDialog,
  args: {
    holds: 'a-while',
    methods: knows('totp', 'passkey', 'recovery-code'),
    onProve: () => new Promise<FactorAnswer>(nothing),
    onClose: nothing,
    onSetUp: nothing,
    wordsOf: () => 'The request got no answer. Check the connection and try again.',
  },
} satisfies Meta<typeof StepUpDialog>

type Story = StoryObj<typeof StepUpDialog>

/** Writes a code as a person does, past React's own notion of the value; the last digit sends it. */
async function write(canvas: HTMLElement) {
  const field = canvas.querySelector<HTMLInputElement>('input[autocomplete="one-time-code"]')
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
  set?.call(field, '123456')
  field?.dispatchEvent(new Event('input', { bubbles: true }))
  await new Promise((done) => setTimeout(done, 60))
}

function written(answer: () => Promise<FactorAnswer>): Story {
  return { args: { onProve: answer }, play: ({ canvasElement }) => write(canvasElement) }
}

export const Asking: Story = {}
export const ForOneAct: Story = { args: { holds: 'once', methods: knows('totp') } }
export const ByPasskey: Story = { args: { methods: knows('passkey', 'recovery-code') } }
export const ByRecoveryCode: Story = { args: { methods: knows('recovery-code') } }
export const Busy = written(() => new Promise(nothing))
export const Wrong = written(() => Promise.resolve('wrong'))
export const Locked = written(() => Promise.resolve('locked'))
export const Unanswered = written(() => Promise.reject(new Error('offline')))
export const NothingSetUp: Story = { args: { methods: knows() } }
export const Reading: Story = {
  args: { methods: { status: 'pending', data: undefined, error: null, refetch: nothing } },
}
export const NotRead: Story = {
  args: {
    methods: { status: 'error', data: undefined, error: new TypeError('fetch'), refetch: nothing },
  },
}

export const FromRightToLeft: Story = { decorators: [fromRightToLeft] }
