import { expect, type Locator, type Page } from '@playwright/test'

/** The banner, card or row that says a sentence and has the button for it inside. */
export const failureWith = (scope: Page | Locator, sentence: RegExp, button: string | RegExp): Locator =>
  scope
    .locator('[data-banner], [role="group"], li')
    .filter({ hasText: sentence })
    .filter({
      has:
        'page' in scope
          ? scope.page().getByRole('button', { name: button })
          : scope.getByRole('button', { name: button }),
    })
    .last()

/** Waits for a sentence and its button, and presses nothing. */
export const expectFailure = async (
  scope: Page | Locator,
  sentence: RegExp,
  button: string | RegExp,
): Promise<void> => {
  await expect(failureWith(scope, sentence, button)).toBeVisible()
}

/** Presses the button beside a sentence. */
export const pressFailureButton = async (
  scope: Page | Locator,
  sentence: RegExp,
  button: string | RegExp,
): Promise<void> => {
  await failureWith(scope, sentence, button).getByRole('button', { name: button }).first().click()
}
