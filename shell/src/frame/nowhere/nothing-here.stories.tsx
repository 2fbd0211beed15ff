import type { Meta, StoryObj } from '@storybook/react-webpack5'
import * as parts from '../at-hand.ts'
import { NothingHere } from './nothing-here.tsx'

const projects = {
  group: 'build',
  order: 10,
  title: 'Projects',
  view: 'home.projects',
  path: '/projects',
} as const

export default {
  title: 'Shell/Nothing here',
  component: NothingHere,
  args: { nav: [projects], failure: undefined, retry: () => undefined, parts },
} satisfies Meta<typeof NothingHere>

type Story = StoryObj<typeof NothingHere>

export const NoPage: Story = {}

export const NoAnswer: Story = { args: { nav: [], failure: new TypeError('no answer') } }
