import { graphql } from '../graphql.js';

export const SessionQuery = graphql(`
  query Session {
    me {
      permissions
      mustAddSecondFactor
      person {
        id
        name
        email
        role
        isDemo
        hasSecondFactor
      }
      recoveryCodesLeft
    }
  }
`);

export const SignInWaysQuery = graphql(`
  query SignInWays {
    signInWays {
      hasPeople
      mailsLinks
      oidc {
        title
        address
      }
      demoPeople {
        id
        name
        role
      }
    }
  }
`);

export const SignIn = graphql(`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      permissions
    }
  }
`);

export const SignInAsDemo = graphql(`
  mutation SignInAsDemo($role: PersonRole!) {
    signInAsDemo(role: $role) {
      permissions
    }
  }
`);

export const SetPassword = graphql(`
  mutation SetPassword($input: SetPasswordInput!) {
    setPassword(input: $input) {
      permissions
    }
  }
`);

export const SignOut = graphql(`
  mutation SignOut {
    signOut
  }
`);

export const SignOutEverywhere = graphql(`
  mutation SignOutEverywhere {
    signOutEverywhere
  }
`);

export const AskForPasswordLink = graphql(`
  mutation AskForPasswordLink($email: String!) {
    askForPasswordLink(email: $email)
  }
`);
