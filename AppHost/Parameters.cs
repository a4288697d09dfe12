namespace WmoPlatform.AppHost;

/// <summary>What an operator fills in.</summary>
internal static class Parameters
{
    /// <summary>What the parameter is for: shown in the dashboard, and a comment in <c>.env.example</c>.</summary>
    public static IResourceBuilder<ParameterResource> WithUitleg(this IResourceBuilder<ParameterResource> parameter, string? uitleg) =>
        uitleg is null ? parameter : parameter.WithDescription(uitleg);
}
