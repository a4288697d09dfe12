namespace WmoPlatform.Testhuis;

/// <summary>How long the tests may take.</summary>
public static class Duur
{
    /// <summary>Whether tests that take minutes play too: <c>./test.sh --lang</c>.</summary>
    public static bool Lang { get; } = Environment.GetEnvironmentVariable("WMOPLATFORM_LANG") == "1";
}
