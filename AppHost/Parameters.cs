namespace WmoPlatform.AppHost;

/// <summary>Parameters: the values that an operator fills in.</summary>
internal static class Parameters
{
    /// <summary>Explains the parameter, in the dashboard and in <c>.env.example</c>.</summary>
    public static IResourceBuilder<ParameterResource> WithUitleg(this IResourceBuilder<ParameterResource> parameter, string? uitleg) =>
        uitleg is null ? parameter : parameter.WithDescription(uitleg);
}
