using System;

namespace CompareRegularizers;

/// <summary>Something the user can put right: said in one sentence, without a stack trace, with exit code 2.</summary>
internal sealed class UserErrorException(string message) : Exception(message);
