/** How the tool with which the model asks for an account that is not connected is written down: no provider's name has a dot. */
export const connectAccountTool = 'onbehalf.connect_account'
