import { memoryViewState } from '@sonaqor/module/memory-view-state'
import { unbroken } from '@sonaqor/storybook/fixtures/unbroken'
import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { Notifications } from './notifications.tsx'
import { deliveries, listOf, told, toldHost, unreachable } from './testing/told.ts'

const never = () => new Promise(() => undefined)
const scopes = ['notifications:read', 'team:read']
const at = (address: Readonly<Record<string, string>>) => ({ viewState: memoryViewState(address) })
const nothing = () => ({ ...listOf([]), unread: 0 })

export default {
  title: 'Shell/Notifications',
  component: Notifications,
  args: { host: toldHost(), viewState: memoryViewState(), scopes },
} satisfies Meta<typeof Notifications>

type Story = StoryObj<typeof Notifications>

export const Inbox: Story = {}
export const MoreThanOnePage: Story = {
  args: {
    host: toldHost({ 'GET /v1/notifications': () => ({ ...listOf(told, 'next'), unread: 2 }) }),
  },
}
export const NothingYet: Story = { args: { host: toldHost({ 'GET /v1/notifications': nothing }) } }
export const AllRead: Story = {
  args: { host: toldHost({ 'GET /v1/notifications': nothing }), ...at({ unread: 'true' }) },
}
export const Loading: Story = { args: { host: toldHost({ 'GET /v1/notifications': never }) } }
export const NotRead: Story = {
  args: { host: toldHost({ 'GET /v1/notifications': unreachable }) },
}
export const UnbrokenNames: Story = {
  args: {
    host: toldHost({
      'GET /v1/notifications': () => ({
        ...listOf(told.map((one) => Object.assign({}, one, { title: unbroken, body: unbroken }))),
        unread: 2,
      }),
    }),
  },
}
export const WhatOneHearsOf: Story = { args: at({ show: 'preferences' }) }
export const NotSaved: Story = {
  args: {
    ...at({ show: 'preferences' }),
    host: toldHost({ 'PUT /v1/notifications/preferences': unreachable }),
  },
  play: async ({ canvasElement }) => {
    await new Promise((drawn) => setTimeout(drawn, 200))
    canvasElement.querySelector<HTMLElement>('[role=switch]')?.click()
    await new Promise((drawn) => setTimeout(drawn, 200))
  },
}
export const DeliveryLog: Story = { args: at({ show: 'deliveries' }) }
export const DeliveryLogNarrowed: Story = {
  args: {
    ...at({ show: 'deliveries', state: 'failed' }),
    host: toldHost({ 'GET /v1/notifications/deliveries': () => listOf(deliveries.slice(2, 3)) }),
  },
}
export const NothingSentYet: Story = {
  args: {
    ...at({ show: 'deliveries' }),
    host: toldHost({ 'GET /v1/notifications/deliveries': () => listOf([]) }),
  },
}
export const LogNotAllowed: Story = { args: { ...at({ show: 'deliveries' }), scopes: [] } }
