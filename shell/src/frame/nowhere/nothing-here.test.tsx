import { expect, jest, test } from '@jest/globals'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Surface } from '@sonaqor/ui'
import { languages as languagesOfUi, loadTexts } from '@sonaqor/ui/texts'
import { languages } from '../../texts/index.ts'
import * as parts from '../at-hand.ts'
import { NothingHere } from './nothing-here.tsx'

const projects = {
  group: 'build',
  order: 10,
  title: 'Projects',
  view: 'home.projects',
  path: '/projects',
} as const

test('an address with nothing at it has a heading, and a way to the first page', () => {
  render(<NothingHere nav={[projects]} failure={undefined} retry={jest.fn()} parts={parts} />)
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Page not found')
  expect(screen.getByRole('link', { name: 'Go to Projects' }).getAttribute('href')).toBe(
    '/projects',
  )
})

test('EM-7: pages that could not be asked for are no missing pages, and can be asked for again', async () => {
  const retry = jest.fn()
  const problem = { code: 'internal', title: 'Something went wrong', detail: 'It was not you.' }
  render(<NothingHere nav={[]} failure={{ problem }} retry={retry} parts={parts} />)
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(
    'The pages could not be loaded',
  )
  expect(screen.getByRole('alert').textContent).toMatch(/Something went wrong/)
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(retry).toHaveBeenCalledTimes(1)
})

test('Quality: and why is said in the language of the reader', async () => {
  await loadTexts('de', languagesOfUi, languages)
  const problem = { code: 'internal', title: 'Something went wrong', detail: 'It was not you.' }
  render(
    <Surface locale="de">
      <NothingHere nav={[]} failure={{ problem }} retry={jest.fn()} parts={parts} />
    </Surface>,
  )
  expect(screen.getByRole('alert').textContent).not.toMatch(/went wrong|not you|again/)
})
