using Docker.DotNet;
using DotNet.Testcontainers.Configurations;

namespace WmoPlatform.Testhuis;

/// <summary>Whether this machine has Docker, and the images that the tests use.</summary>
public static class DockerEngine
{
    /// <summary>The PostgreSQL of docker-compose.yml.</summary>
    public const string PostgresImage = "postgres:17.6";

    /// <summary>The RabbitMQ of docker-compose.yml.</summary>
    public const string RabbitMqImage = "rabbitmq:4.2.5-management";

    private static readonly Lazy<bool> Gevonden = new(() => TestcontainersSettings.OS.DockerEndpointAuthConfig is not null);

    /// <summary>Whether a Docker engine answers.</summary>
    public static bool IsEr => Gevonden.Value;

    internal static DockerClient Client() =>
        TestcontainersSettings.OS.DockerEndpointAuthConfig.GetDockerClientBuilder(Guid.NewGuid()).Build();
}
