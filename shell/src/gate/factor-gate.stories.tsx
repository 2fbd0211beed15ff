import type { Client } from '@sonaqor/contract/client'
import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { frameOf } from '../frame/testing/frame-of.ts'
import { sessionOf } from '../identity/testing/people.ts'
import { FactorGate } from './factor-gate.tsx'

const never = () => new Promise<never>(() => undefined)

function apiWith(methods: readonly string[]): Client {
  return {
    auth: { stepUpOptions: () => Promise.resolve({ methods, options: null }), stepUp: never },
    account: {},
  } as unknown as Client
}

export default {
  title: 'Shell/Second factor needed',
  parameters: { bringsMain: true },
  component: FactorGate,
  args: {
    api: apiWith([]),
    member: { renew: never, signOut: never },
    session: sessionOf(),
    language: frameOf().language,
  },
} satisfies Meta<typeof FactorGate>

type Story = StoryObj<typeof FactorGate>

export const NothingSetUp: Story = {}
export const ToBeShown: Story = { args: { api: apiWith(['totp', 'recovery-code']) } }
export const Reading: Story = {
  args: { api: { auth: { stepUpOptions: never } } as unknown as Client },
}
export const NotRead: Story = {
  args: {
    api: {
      auth: { stepUpOptions: () => Promise.reject(new TypeError('fetch')) },
    } as unknown as Client,
  },
}
export const SettingUp: Story = {
  play: async ({ canvasElement }) => {
    await new Promise((drawn) => setTimeout(drawn, 120))
    canvasElement.querySelector<HTMLButtonElement>('.sq-door-ways button')?.click()
    await new Promise((drawn) => setTimeout(drawn, 120))
  },
}
