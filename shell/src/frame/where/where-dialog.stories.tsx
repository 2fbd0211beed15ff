import { unbroken } from '@sonaqor/storybook/fixtures/unbroken'
import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { frameOf } from '../testing/frame-of.ts'
import { WhereDialog } from './where-dialog.tsx'

const frame = frameOf()

export default {
  title: 'Shell/Where you are',
  component: WhereDialog,
  args: { frame, onClose: () => undefined },
} satisfies Meta<typeof WhereDialog>

type Story = StoryObj<typeof WhereDialog>

export const FewProjects: Story = {}

export const VeryManyProjects: Story = {
  args: {
    frame: frameOf({
      projects: {
        ...frame.projects,
        all: Array.from({ length: 40 }, (_, at) => ({ id: `p${at}`, name: `Project ${at + 1}` })),
      },
    }),
  },
}

export const UnbrokenNames: Story = {
  args: {
    frame: frameOf({
      me: { ...frame.me, tenant: { id: 't1', name: unbroken } },
      projects: { ...frame.projects, all: [{ id: 'p1', name: unbroken }] },
    }),
  },
}
