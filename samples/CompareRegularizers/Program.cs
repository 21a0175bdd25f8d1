using System;
using CompareRegularizers.Commands;

return await CommandLine.RunAsync(args, Console.Out, Console.Error);
