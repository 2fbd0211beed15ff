import { text } from '@sonaqor/module/texts'

export const asTable = text('Als Tabelle')
export const attemptsOf = text('Versuche von {name}')
export const attemptsOverTime = text('Versuche im Lauf der Zeit')
export const backlogOf = text(
  '{count, plural, =0 {Nichts wartet} one {# Zustellung wartet} other {#{more} Zustellungen warten}}',
)
export const delivered = text('Zugestellt')
export const disabledCounted = text(
  '{count, plural, one {# Endpunkt abgeschaltet} other {# Endpunkte abgeschaltet}}',
)
export const endpoints = text('Endpunkte')
export const failed = text('Fehlgeschlagen')
export const healthInWords = text(
  '{share} von {attempts, plural, one {# Versuch} other {# Versuchen}} erfolgreich, {failed, number} fehlgeschlagen',
)
export const lastDay = text('Die letzten 24 Stunden.')
export const noAttemptsInRange = text('In dieser Zeit gab es keine Versuche')
export const pausedCounted = text(
  '{count, plural, one {# Endpunkt pausiert} other {# Endpunkte pausiert}}',
)
export const webhookHealth = text('Zustand der Webhooks')
