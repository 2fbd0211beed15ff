import { unbroken } from '@sonaqor/storybook/fixtures/unbroken'
import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { ProjectMenu } from './project-menu.tsx'
import { frameOf } from '../testing/frame-of.ts'

const frame = frameOf()

export default {
  title: 'Shell/Project menu',
  component: ProjectMenu,
  args: { frame },
  decorators: [
    (Story) => (
      <div style={{ padding: 24 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof ProjectMenu>

type Story = StoryObj<typeof ProjectMenu>

const open: Story['play'] = ({ canvasElement }) =>
  canvasElement.querySelector<HTMLElement>('[popover]')?.showPopover()

export const Few: Story = {
  args: {
    frame: frameOf({ preferences: { ...frame.preferences, project: frame.projects.all[1] } }),
  },
  play: open,
}

const names = ['Trading desk', 'Risikoüberwachung und Aufsichtsberichterstattung', unbroken]

/** One of more than seven is found by typing. */
export const Many: Story = {
  args: {
    frame: frameOf({
      projects: {
        ...frame.projects,
        all: Array.from({ length: 24 }, (_, at) => ({
          id: `p${at}`,
          name: `${names[at % names.length]} ${at + 1}`,
        })),
      },
    }),
  },
  play: open,
}
