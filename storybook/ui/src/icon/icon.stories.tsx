import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { Icon, iconNames } from './icon.tsx'

export default { title: 'UI/Icon', component: Icon } satisfies Meta<typeof Icon>

/** The whole set, so that one that is heavier than the others is seen. */
export const TheSet: StoryObj = {
  render: () => (
    <ul
      style={{
        display: 'grid',
        gridTemplateColumns: 'repeat(auto-fill, 96px)',
        gap: 16,
        padding: 24,
        listStyle: 'none',
      }}
    >
      {iconNames.map((name) => (
        <li key={name} style={{ display: 'grid', justifyItems: 'center', gap: 6, fontSize: 12 }}>
          <Icon name={name} />
          {name}
        </li>
      ))}
    </ul>
  ),
}
