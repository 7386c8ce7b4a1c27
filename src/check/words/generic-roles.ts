/** Roles that leave out who it is, in the languages stories are read in, singular and plural. */
export const GENERIC_ROLES: ReadonlySet<string> = new Set([
  ...['user', 'users', 'end user', 'end-user', 'person', 'people', 'someone', 'somebody'],
  ...['anyone', 'anybody', 'everyone', 'human', 'general user', 'normal user', 'regular user'],
  ...['benutzer', 'benutzerin', 'nutzer', 'nutzerin', 'anwender', 'anwenderin', 'user:in'],
  ...['utilisateur', 'utilisatrice', 'usager'],
  ...['usuario', 'usuaria', 'usuário', 'usuária', 'utilizador', 'utilizadora'],
  ...['gebruiker', 'utente', 'użytkownik', 'kullanıcı', 'ユーザー', 'ユーザ', '利用者'],
  ...['用户', '使用者'],
]);
