import { expect, jest, test } from '@jest/globals'
import { Surface } from '@sonaqor/ui'
import { loadTexts } from '@sonaqor/ui/texts'
import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { languages as languagesOfRoles } from '../../roles/texts/index.ts'
import { languages } from '../../texts/index.ts'
import { AccountMenu } from './account-menu.tsx'
import { allAtHand } from '../testing/all-at-hand.ts'
import { frameOf } from '../testing/frame-of.ts'

const [change, choose, onGo] = [jest.fn(), jest.fn(), jest.fn()]
const { language } = frameOf()
const frame = frameOf({ change, onGo, language: { ...language, choose } })

function show(locale = 'en') {
  render(
    <Surface locale={locale}>
      <AccountMenu frame={frame} atHand={allAtHand} />
    </Surface>,
  )
}

test('XC-12: look and language are chosen where one’s own account is', async () => {
  show()
  expect(screen.getByText('Owner at Northwind')).toBeTruthy()
  await userEvent.click(screen.getByRole('radio', { name: 'Dark', hidden: true }))
  expect(change).toHaveBeenCalledWith({ theme: 'dark' })
  await userEvent.click(screen.getByRole('radio', { name: 'Deutsch', hidden: true }))
  expect(choose).toHaveBeenCalledWith('de')
})

test('XC-3: a member sees the plan that their tenant is on', async () => {
  show()
  expect(screen.getByText('Plan: Growth')).toBeTruthy()
  await loadTexts('de', languages, languagesOfRoles)
  show('de')
  expect(screen.getByText('Tarif: Growth')).toBeTruthy()
})

test('each language is called by its own name in any of them', async () => {
  await loadTexts('de', languages, languagesOfRoles)
  show('de')
  expect(screen.getByText('Inhaber bei Northwind')).toBeTruthy()
  expect(screen.getByRole('radio', { name: 'English', hidden: true })).toBeTruthy()
})

test('XC-12: whoever goes on to their account leaves no menu open above it', async () => {
  show()
  const menu = document.querySelector<HTMLElement>('[popover]')
  const hidden = jest.spyOn(menu!, 'hidePopover')
  await userEvent.click(screen.getByRole('link', { name: 'Your account', hidden: true }))
  expect(hidden).toHaveBeenCalledTimes(1)
  expect(onGo).toHaveBeenCalledWith('/account')
})
